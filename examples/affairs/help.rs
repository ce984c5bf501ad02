//! The help of the command.

use crate::options::{Both, both};

pub(crate) const HELP: Both = both(HELP_JA, HELP_EN);

const HELP_EN: &str = "\
事務: the affairs of a body: their papers, whether the papers agree, what is due, and what must be done if something happens

affairs FILE... [--register FILE] [--as-of DATE] [--body CODE] [--assessed NUMBER:PAPER=DATE]... [--json] [--lang ja|en]
        each affair: its papers, what it needs, its state, disagreements, and what is due next
affairs FILE... --calendar [--until DATE]
        what is due in all affairs, the soonest first
affairs FILE... --check
        only the disagreements between the papers, and between them and the register
affairs FILE... --by-body [--calendar [--until DATE] | --check]
        the same for many bodies, one after the other: only the papers of one body are in memory
affairs FILE... --affair NUMBER
        one affair: its state, its disagreements and its calendar. With one of these options, what must be done if that happens:
affairs FILE... --affair NUMBER --change NEW... [--on DATE] [--system-from DATE|none] [--facts POPULATION,HANDLERS] [--emergency] [--not-material]
affairs FILE... --affair NUMBER --facts POPULATION,HANDLERS [--on DATE]
affairs FILE... --affair NUMBER --hold [--on DATE] [--system-from DATE|none] [--facts POPULATION,HANDLERS] [--emergency]
affairs FILE... --affair NUMBER --end DATE
affairs FILE... [--affair NUMBER] --incident DATE [--known DATE] [--scope CODE]
        a serious incident concerns every affair of the body
affairs FILE... --template
        a register to start from, as JSON; what no paper says is left out

FILE           assessments as JSON, one or several in a file; - is standard input. Of a folder, its files *.json are read. A file may
               also be the register of the body
--register     the assessment plan register (計画管理書) of the body as JSON: what no paper says
--as-of        the day of the question (default: today)
--body         the kind of the body: local_government or administrative_organ; without it, the steps of both
--assessed     the day on which a paper was last published after an assessment or a re-assessment, such as 5:key_item=2023-04-01
--calendar     what is due, the soonest first
--until        with --calendar: only what is due by this day
--check        the disagreements
--by-body      the papers of each body follow one another
--affair       the number (評価書番号) or the name of an affair
--change       new versions of papers of the affair, compared with those that are published
--not-material with --change: the body judged that the change is not material, although it touches an item marked ※
--facts        the new counts, such as 31000,480; a count may be a band, or ? if it did not change
--hold         a file is about to be held for the first time
--end          the last day of the affair
--incident     the day on which a serious incident occurred
--known        the day on which the body came to know of it
--scope        specific_personal_information (the default) or personal_information
--on           the day on which it happens
--system-from  the day on which building of the information system begins, or none
--emergency    a disaster or the like leaves no time to act before (規則第9条第2項)
--template     writes a register
--json         one JSON object per line
--lang         ja (the default) or en

exit status: 0 nothing is due and nothing disagrees; 1 something is due, disagrees or must be done; 2 unusable input
";

const HELP_JA: &str = "\
事務：評価実施機関の事務ごとに、評価書、評価書相互の不一致、期限、何かが起きたときに必要な手続を示す

affairs FILE... [--register FILE] [--as-of DATE] [--body CODE] [--assessed NUMBER:PAPER=DATE]... [--json] [--lang ja|en]
        事務ごとの評価書、必要な評価、状態、不一致、次の期限
affairs FILE... --calendar [--until DATE]
        全ての事務の期限を、早い順に
affairs FILE... --check
        評価書相互、評価書と計画管理書の不一致のみ
affairs FILE... --by-body [--calendar [--until DATE] | --check]
        多くの評価実施機関について、同じことを一つずつ順に行う。メモリーに置くのは一つの評価実施機関の評価書だけである
affairs FILE... --affair NUMBER
        一つの事務の状態、不一致、期限。次のいずれかを付けると、それが起きたときに必要な手続
affairs FILE... --affair NUMBER --change NEW... [--on DATE] [--system-from DATE|none] [--facts POPULATION,HANDLERS] [--emergency] [--not-material]
affairs FILE... --affair NUMBER --facts POPULATION,HANDLERS [--on DATE]
affairs FILE... --affair NUMBER --hold [--on DATE] [--system-from DATE|none] [--facts POPULATION,HANDLERS] [--emergency]
affairs FILE... --affair NUMBER --end DATE
affairs FILE... [--affair NUMBER] --incident DATE [--known DATE] [--scope CODE]
        重大事故は、評価実施機関の全ての事務に関わる
affairs FILE... --template
        計画管理書のひな型（JSON）。評価書から分からないことは書かない

FILE           JSON の評価書。一つのファイルに一つでも複数でもよい。- は標準入力。フォルダを指定すると、その中の *.json を読む。
               計画管理書のファイルを並べてもよい
--register     評価実施機関の計画管理書（JSON）。評価書に書かれないことを書く
--as-of        基準日（既定は今日）
--body         評価実施機関の種別：local_government 又は administrative_organ。指定しなければ両方の手続
--assessed     評価書を最後に評価の実施又は再実施により公表した日。5:key_item=2023-04-01 など
--calendar     期限を早い順に
--until        --calendar とともに指定する。この日までに期限の来るもののみ
--check        不一致
--by-body      評価書が評価実施機関ごとに続いていること
--affair       評価書番号又は事務の名称
--change       この事務の評価書の新しい版。公表中の版と比べる
--not-material --change とともに指定する。※の項目の変更であるが、重要な変更に当たらないと評価実施機関が判断した
--facts        新しい対象人数と取扱者数。31000,480 など。区分で書いてもよく、変わらないものは ? と書く
--hold         特定個人情報ファイルを初めて保有する
--end          事務の最後の日
--incident     重大事故が発生した日
--known        重大事故の発生を知った日
--scope        specific_personal_information（既定）又は personal_information
--on           契機の日（変更日、保有日など）
--system-from  電子情報処理組織（システム）の構築を始める日。構築しないときは none
--emergency    災害等により緊急に行う（規則第9条第2項）
--template     計画管理書のひな型を書く
--json         1行に一つの JSON オブジェクト
--lang         ja（既定）又は en

終了コード：0 期限の来たものも不一致もない。1 期限の来たもの、不一致又は必要な手続がある。2 読めない入力
";
