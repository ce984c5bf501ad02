"""The module in Python: python3 pia.py MODULE DOCUMENT prints the findings of a document. Needs `pip install wasmtime`."""
import json, sys
from datetime import date
from wasmtime import Engine, Instance, Module, Store

def load(file):
    store = Store(engine := Engine())
    x = Instance(store, Module.from_file(engine, file), []).exports(store)
    memory = x["memory"]
    def ask(request):
        data = json.dumps(request, ensure_ascii=False).encode()
        memory.write(store, data, at := x["pia_alloc"](store, len(data)))
        reply = x["pia_call"](store, at, len(data))
        size = int.from_bytes(memory.read(store, reply, reply + 4), "little")
        answer = memory.read(store, reply + 4, reply + 4 + size).decode()
        x["pia_free"](store, reply, size + 4)
        return json.loads(answer)
    return ask

if __name__ == "__main__":
    ask = load(sys.argv[1])
    reply = ask({"open": {"text": open(sys.argv[2], encoding="utf-8").read(), "today": date.today().isoformat()}})
    if "error" in reply:
        sys.exit(reply["error"]["ja"])
    for finding in reply["ok"]["check"]["findings"]:
        print(finding["severity"], finding["ja"])
