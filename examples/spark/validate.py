"""評価書の検査 and しきい値判断 with Apache Spark, for more documents than one machine checks.

The command `pia` is line in, line out, so that Spark pipes each part of a file through a process of its own. This needs Python 3
and a Java runtime; nothing here is part of the crate or of its tests.

    pip install pyspark
    cargo build --release -p mynumber-pia-cli
    python examples/spark/validate.py --pia target/release/pia --out OUT [--as-of DATE] FILE...

FILE is JSON Lines with one document a line, or a directory of such files. On a cluster, start it with spark-submit, and have the
program and the files at the same paths on every node. OUT, which must not exist, gets two directories of JSON Lines:

    findings        what `pia validate FILE... --json` prints, and {"file": …, "index": …, "unreadable": MESSAGE} for a document that
                    it reports on standard error
    determinations  what `pia threshold --jsonl` prints for the facts of each document, one line for each

Both are in the order of the files (a directory by name) and of their lines, and findings have the name of the file and the index
in it, as if one process had read them. To compare:

    target/release/pia validate FILE... --json [--as-of DATE] | cmp - <(cat OUT/findings/part-* | grep -v '"unreadable":')

The number of a line in an error is that in the part that Spark gave to the process; the index is that in the file. Lines without
text have no index. Of a line that is not an object validate gets an empty list, and it says so. Spark replaces bytes that are not
UTF-8, which validate would report.
"""

import argparse
import itertools
import json
import os
import re
import shlex
import time

from pyspark.sql import SparkSession

FINDING = re.compile(r'\{"file":"-","index":(\d+),')
UNREADABLE = re.compile(r"pia validate: -(?:\[(\d+)\])?: ")
# How an answer is written that gives nothing to count.
NO_FACT = ("", "?", "―", "なし")


def stripped(line):
    return line.strip("\ufeff \t")


def one_piece(line):
    """To validate, lines that are not an object are one document together, and the indices after them would be others."""
    return line if line.startswith("{") else "[]"


def piped(lines, *command):
    """Each part through a process of its own. Status 1 and 2 are answers, in the output; more is a crash, and fails the run."""
    script = '"$0" "$@" 2>&1; test $? -le 2'
    return lines.pipe(shlex.join(["sh", "-c", script, *command]), checkCode=True)


def renamed(file, starts):
    """The lines of each part with the name of the file, and the index in the file instead of that in the part."""

    def of_part(part, lines):
        start, end = starts[part], starts[part + 1]
        for line in lines:
            if found := FINDING.match(line):
                rest = line[found.end() :]
            elif found := UNREADABLE.match(line):
                rest = f'"unreadable":{json.dumps(line[found.end() :], ensure_ascii=False)}}}'
            else:
                raise ValueError(f"neither a finding nor an unreadable document: {line[:200]}")
            # Of a part without documents validate says that the input is empty.
            if start < end:
                index = start + int(found[1] or 0)
                yield f'{{"file":{json.dumps(file, ensure_ascii=False)},"index":{index},{rest}'

    return of_part


def facts(line):
    """The line for `threshold --jsonl`. If the document cannot be read, threshold answers so in its place."""
    try:
        document = json.loads(line)
        asked = document.get("threshold", {})
        facts = {
            "population": document.get("population"),
            "handlers": asked.get("handlers"),
            "incident": asked.get("incident"),
        }
    except (ValueError, AttributeError):
        return "null"
    given = {name: fact for name, fact in facts.items() if not (isinstance(fact, str) and fact in NO_FACT)}
    return json.dumps(given, ensure_ascii=False)


def files_of(path):
    if not os.path.isdir(path):
        return [path]
    return [os.path.join(path, name) for name in sorted(os.listdir(path)) if not name.startswith((".", "_"))]


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--pia", required=True, metavar="PROGRAM", help="the command pia")
    arguments.add_argument("--out", required=True, help="a directory that does not exist")
    arguments.add_argument("--as-of", metavar="DATE", help="the day of the check; validate says what it is otherwise")
    arguments.add_argument("--parts", type=int, default=8, help="the fewest parts of a file")
    arguments.add_argument("files", nargs="+", metavar="FILE")
    arguments = arguments.parse_args()
    if os.path.exists(arguments.out):
        raise SystemExit(f"{arguments.out} exists")
    pia = os.path.abspath(arguments.pia)
    as_of = ["--as-of", arguments.as_of] if arguments.as_of else []

    spark = SparkSession.builder.appName("validate").getOrCreate()
    spark.sparkContext.setLogLevel("WARN")
    began = time.monotonic()
    count, checked, determined = 0, [], []
    for file in itertools.chain.from_iterable(map(files_of, arguments.files)):
        lines = spark.sparkContext.textFile(file, arguments.parts).map(stripped).filter(bool).map(one_piece)
        counts = lines.mapPartitions(lambda part: [sum(1 for _ in part)]).collect()
        starts = list(itertools.accumulate(counts, initial=0))
        count += starts[-1]
        checked.append(piped(lines, pia, "validate", "-", "--json", *as_of).mapPartitionsWithIndex(renamed(file, starts)))
        # Of a part without lines threshold says that the input is empty.
        answers = piped(lines.map(facts), pia, "threshold", "--jsonl")
        determined.append(answers.filter(lambda line: not line.startswith("pia threshold: ")))
    print(f"{count} documents, counted in {time.monotonic() - began:.1f} s")

    for name, parts in (("findings", checked), ("determinations", determined)):
        began = time.monotonic()
        spark.sparkContext.union(parts).saveAsTextFile(os.path.join(arguments.out, name))
        print(f"{name} in {time.monotonic() - began:.1f} s")
    spark.stop()


if __name__ == "__main__":
    main()
