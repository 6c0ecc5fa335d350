package org.hearback.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The contact records, opened for the moment in which they are needed. Stateless; safe for any
 * thread; throws what the database throws, and {@link IllegalStateException} where a record does
 * not open with the vault's key.
 */
@Singleton
public class Contacts {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ContactRows rows;
  private final BarRows bars;
  private final VaultKey key;

  Contacts(ContactRows rows, BarRows bars, VaultKey key) {
    this.rows = rows;
    this.bars = bars;
    this.key = key;
  }

  /**
   * The part of a record that is sealed.
   *
   * @param address lines, separated by a line feed
   * @param school as people call it; empty where the feed has none
   */
  record Details(String name, String phone, String email, String address, String school) {
    @Override
    public String toString() {
      return "Details[hidden]";
    }
  }

  @Transactional("courier")
  public Optional<Contact> find(String person) {
    return rows.findByPersonId(person).map(this::contact);
  }

  /**
   * Everybody in the record of this person's family, that person too, in the order of their ids;
   * nobody where there is no record of that person.
   */
  @Transactional("courier")
  public List<Contact> around(String person) {
    return rows.around(person).stream().map(this::contact).toList();
  }

  /**
   * What the record of a family calls its people and its children's schools.
   *
   * @param names of everybody in it, its workers too
   */
  public record Called(List<String> names, List<String> schools) {
    @Override
    public String toString() {
      return "Called[hidden]";
    }
  }

  /** What is to be taken out of an answer of this person. */
  @Transactional("courier")
  public Called called(String person) {
    var all = rows.around(person).stream().map(this::open).toList();
    return new Called(distinct(all, Details::name), distinct(all, Details::school));
  }

  private static List<String> distinct(List<Details> all, Function<Details, String> part) {
    return all.stream().map(part).filter(said -> !said.isBlank()).distinct().toList();
  }

  /** Why nothing may be sent about this child, as the extract says; empty where it says nothing. */
  @Transactional("courier")
  public List<String> bars(Contact child) {
    return bars.stopping(child.person(), child.family());
  }

  /**
   * What those others are who have this contact's number or address, in whatever family: a set for
   * each channel.
   */
  @Transactional("courier")
  public Map<Channel, Set<ContactRole>> sharers(Contact contact) {
    var sharers = new EnumMap<Channel, Set<ContactRole>>(Channel.class);
    for (var channel : Channel.values()) {
      sharers.put(channel, EnumSet.noneOf(ContactRole.class));
    }
    rows.sharers(
            mac(contact, Channel.TEXT).orElse(null),
            mac(contact, Channel.EMAIL).orElse(null),
            mac(contact, Channel.LETTER).orElse(null),
            contact.person())
        .forEach(row ->
            Objects.requireNonNull(sharers.get(Channel.valueOf(row.channel())))
                .add(ContactRole.read(row.role()).orElseThrow()));
    return sharers;
  }

  /**
   * The keyed hash under which a number or an address is found again, on the stop list too; empty
   * where the contact has none.
   */
  public Optional<byte[]> mac(Contact contact, Channel channel) {
    if (!contact.reachableBy(channel)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (channel) {
          case TEXT -> phoneMac(contact.phone());
          case EMAIL -> emailMac(contact.email());
          case LETTER -> addressMac(new PostalAddress(contact.address()));
        });
  }

  byte[] phoneMac(String phone) {
    return key.mac("phone\n" + phone);
  }

  byte[] emailMac(String email) {
    return key.mac("email\n" + Email.mailbox(email));
  }

  byte[] addressMac(PostalAddress address) {
    return key.mac("address\n" + address.door());
  }

  byte[] seal(String person, Details details) {
    try {
      return key.seal(
          JSON.writeValueAsString(
              List.of(
                  details.name(),
                  details.phone(),
                  details.email(),
                  details.address(),
                  details.school())),
          person);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("five strings make JSON", e);
    }
  }

  Details open(ContactRow row) {
    try {
      var parts = JSON.readValue(key.open(row.sealed(), row.personId()), String[].class);
      // Rows from before there were addresses hold three, and four from before there were schools.
      return new Details(
          parts[0],
          parts[1],
          parts[2],
          parts.length > 3 ? parts[3] : "",
          parts.length > 4 ? parts[4] : "");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a contact record that is not ours");
    }
  }

  private Contact contact(ContactRow row) {
    var details = open(row);
    return new Contact(
        row.personId(),
        ContactRole.read(row.role()).orElseThrow(),
        row.familyId(),
        details.name(),
        details.phone(),
        details.email(),
        details.address().lines().toList(),
        row.language(),
        row.ageBand(),
        ok(row.smsOk()),
        ok(row.emailOk()),
        ok(row.postOk()),
        Arrays.stream(row.flags().split(" ")).filter(flag -> !flag.isEmpty()).toList(),
        row.seenOn());
  }

  private static Contact.Ok ok(String said) {
    return Contact.Ok.valueOf(said.toUpperCase(Locale.ROOT));
  }
}
