// The module in Java, with the library com.dylibso.chicory:runtime, which is Java only: java PiaHost MODULE DOCUMENT prints what a check says.
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasm.Parser;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

public class PiaHost {
    private final Instance module;

    PiaHost(File file) {
        module = Instance.builder(Parser.parse(file)).build();
    }

    /** Sends a request, and returns the reply; both are JSON. */
    String ask(String request) {
        byte[] text = request.getBytes(StandardCharsets.UTF_8);
        long at = module.export("pia_alloc").apply(text.length)[0];
        module.memory().write((int) at, text);
        int reply = (int) module.export("pia_call").apply(at, text.length)[0];
        int length = module.memory().readInt(reply);
        String answer = new String(module.memory().readBytes(reply + 4, length), StandardCharsets.UTF_8);
        module.export("pia_free").apply(reply, length + 4);
        return answer;
    }

    public static void main(String[] arguments) throws Exception {
        PiaHost pia = new PiaHost(new File(arguments[0]));
        // A text as JSON: a library for JSON does this too.
        String text = Files.readString(Path.of(arguments[1])).replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        System.out.println(pia.ask("{\"open\": {\"today\": \"" + LocalDate.now() + "\", \"text\": \"" + text + "\"}}"));
    }
}
