// The WebAssembly module: a request and its reply are JSON. It has no imports, so it can do nothing but answer.

/** The version of the interface that this page was written for. */
const INTERFACE = 1;

/** A request that the module refused, in both languages. */
class Refusal extends Error {
  constructor(fault) {
    super(fault.en);
    this.fault = fault;
  }

  text() {
    return either(this.fault.ja, this.fault.en);
  }
}

/** The module, compressed with gzip, in base64. The build puts it here. */
let packedModule = '/*MODULE*/';

let exported;

/** The bytes of a text in base64. Older browsers have no function for it. */
function bytesOf(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

async function loadModule() {
  const packed = bytesOf(packedModule);
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  const { instance } = await WebAssembly.instantiate(await new Response(unpacked).arrayBuffer(), {});
  exported = instance.exports;
  packedModule = '';
  const version = exported.pia_version();
  if (version !== INTERFACE) throw new Error(say('module_version', version, INTERFACE));
}

/** Sends a request, such as `{put: {document, path, text}}`, and returns what the module says. */
function ask(request) {
  const bytes = new TextEncoder().encode(JSON.stringify(request));
  const at = exported.pia_alloc(bytes.length);
  new Uint8Array(exported.memory.buffer, at, bytes.length).set(bytes);
  const reply = exported.pia_call(at, bytes.length);
  // The memory may have moved: look at it only now.
  const length = new DataView(exported.memory.buffer).getUint32(reply, true);
  const text = new TextDecoder().decode(new Uint8Array(exported.memory.buffer, reply + 4, length));
  exported.pia_free(reply, length + 4);
  const { ok, error } = JSON.parse(text);
  if (error) throw new Refusal(error);
  return ok;
}
