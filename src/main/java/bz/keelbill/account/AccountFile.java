package bz.keelbill.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The file of accounts and tokens: JSON, readable by its owner alone, replaced in one step. */
final class AccountFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int VERSION = 1;

  private AccountFile() {}

  /**
   * Reads it whole.
   *
   * @throws IOException with what is wrong with it
   */
  static AccountBook.Pages read(Path file) throws IOException {
    try {
      JsonNode top = JSON.readTree(Files.readAllBytes(file));
      if (top.path("version").asInt() != VERSION) {
        throw new IllegalArgumentException("it is of no version that is known here");
      }
      AccountBook.Pages pages = new AccountBook.Pages();
      for (JsonNode each : top.path("accounts")) {
        Account account = account(each);
        pages.accounts().put(Account.key(account.name()), account);
        JsonNode used = each.path("secondFactor").path("usedStep");
        if (!used.isMissingNode()) {
          pages.usedSteps().put(Secret.hash(account.secondFactor().secret()), step(used));
        }
      }
      for (JsonNode each : top.path("tokens")) {
        pages.tokens().put(text(each, "id"), token(each));
      }
      return pages;
    } catch (IOException | IllegalArgumentException | DateTimeException bad) {
      throw new IOException(
          "the accounts in "
              + file
              + " cannot be read: "
              + bad.getMessage()
              + "; put a good copy there, or move it away to set up anew",
          bad);
    }
  }

  private static Account account(JsonNode json) {
    String hash = text(json, "password");
    if (!Passwords.isHash(hash) || !Account.isName(text(json, "name"))) {
      throw new IllegalArgumentException("an account without a good name or password");
    }
    return new Account(
        text(json, "name"),
        role(json),
        json.path("supervisor").asBoolean(),
        json.path("disabled").asBoolean(),
        hash,
        time(json, "passwordSetAt"),
        secondFactor(json.path("secondFactor")));
  }

  private static SecondFactor secondFactor(JsonNode json) {
    if (json.isMissingNode()) {
      return null;
    }
    List<String> recovery = new ArrayList<>();
    json.path("recovery").forEach(each -> recovery.add(each.asText()));
    return new SecondFactor(text(json, "secret"), recovery);
  }

  private static long step(JsonNode used) {
    if (!used.canConvertToExactIntegral() || !used.canConvertToLong()) {
      throw new IllegalArgumentException("usedStep is no whole number");
    }
    return used.asLong();
  }

  private static Token token(JsonNode json) {
    return new Token(
        text(json, "id"),
        text(json, "name"),
        role(json),
        text(json, "sha256"),
        text(json, "madeBy"),
        time(json, "madeAt"),
        time(json, "endsAt"));
  }

  private static Role role(JsonNode json) {
    Role role = Role.ofWord(text(json, "role"));
    if (role == null) {
      throw new IllegalArgumentException("there is no role " + text(json, "role"));
    }
    return role;
  }

  private static String text(JsonNode json, String name) {
    if (!json.path(name).isTextual()) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return json.path(name).asText();
  }

  private static long time(JsonNode json, String name) {
    return Instant.parse(text(json, name)).toEpochMilli();
  }

  /** Writes it beside, on the disk, then in place of the old one. */
  static void write(Path file, AccountBook.Pages pages) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path beside = Files.createTempFile(folder, "accounts", ".new", ownersOnly());
    try {
      try (FileChannel out = FileChannel.open(beside, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(bytes(pages));
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static FileAttribute<?>[] ownersOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static byte[] bytes(AccountBook.Pages pages) throws IOException {
    ObjectNode top = JSON.createObjectNode().put("version", VERSION);
    ArrayNode accounts = top.putArray("accounts");
    for (Account account : pages.accounts().values()) {
      ObjectNode row = accounts.addObject();
      row.put("name", account.name())
          .put("role", account.role().word())
          .put("supervisor", account.isSupervisor())
          .put("disabled", account.isDisabled())
          .put("password", account.passwordHash())
          .put("passwordSetAt", text(account.passwordSetAtMillis()));
      if (account.secondFactor() != null) {
        ObjectNode factor = row.putObject("secondFactor");
        factor.put("secret", account.secondFactor().secret());
        Long used = pages.usedSteps().get(Secret.hash(account.secondFactor().secret()));
        if (used != null) {
          factor.put("usedStep", used);
        }
        ArrayNode recovery = factor.putArray("recovery");
        account.secondFactor().recoveryHashes().forEach(recovery::add);
      }
    }
    ArrayNode tokens = top.putArray("tokens");
    for (Token token : pages.tokens().values()) {
      tokens
          .addObject()
          .put("id", token.id())
          .put("name", token.name())
          .put("role", token.role().word())
          .put("sha256", token.hash())
          .put("madeBy", token.madeBy())
          .put("madeAt", text(token.madeAtMillis()))
          .put("endsAt", text(token.endsAtMillis()));
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(top);
  }

  private static String text(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }
}
