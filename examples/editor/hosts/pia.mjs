// The module in Node: const call = await load('pia_editor.wasm'); call({ about: {} })
import { readFile } from 'node:fs/promises';

export async function load(file) {
  const { instance: { exports: x } } = await WebAssembly.instantiate(await readFile(file), {});
  const call = text => {
    const bytes = new TextEncoder().encode(text), at = x.pia_alloc(bytes.length);
    new Uint8Array(x.memory.buffer, at, bytes.length).set(bytes);
    const reply = x.pia_call(at, bytes.length), len = new DataView(x.memory.buffer).getUint32(reply, true);
    const answer = new TextDecoder().decode(new Uint8Array(x.memory.buffer, reply + 4, len));
    x.pia_free(reply, len + 4);
    return answer;
  };
  return { call, memory: () => x.memory.buffer.byteLength, ask: request => JSON.parse(call(JSON.stringify(request))) };
}
