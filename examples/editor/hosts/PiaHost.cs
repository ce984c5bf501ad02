// The module in C#, with the NuGet package Wasmtime: dotnet run MODULE DOCUMENT prints what a check says.
using System.Text;
using System.Text.Json;
using Wasmtime;

using var engine = new Engine();
using var module = Module.FromFile(engine, args[0]);
using var store = new Store(engine);
var instance = new Instance(store, module);
var memory = instance.GetMemory("memory")!;
var alloc = instance.GetFunction<int, int>("pia_alloc")!;
var call = instance.GetFunction<int, int, int>("pia_call")!;
var free = instance.GetAction<int, int>("pia_free")!;

// Sends a request, and returns the reply; both are JSON.
string Ask(string request)
{
    var text = Encoding.UTF8.GetBytes(request);
    var at = alloc(text.Length);
    text.CopyTo(memory.GetSpan(at, text.Length));
    var reply = call(at, text.Length);
    var length = memory.ReadInt32(reply);
    var answer = Encoding.UTF8.GetString(memory.GetSpan(reply + 4, length));
    free(reply, length + 4);
    return answer;
}

var open = new { open = new { text = File.ReadAllText(args[1]), today = DateTime.Today.ToString("yyyy-MM-dd") } };
Console.WriteLine(Ask(JsonSerializer.Serialize(open)));
