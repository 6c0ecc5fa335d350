package org.hearback.access;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.model.ViewModelProcessor;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives every staff page what its layout shows: who is signed in and where they may go. It also
 * makes the model a map that can be added to, as the framework leaves the form's token out of any
 * other.
 */
@Singleton
final class OfficeConfig implements ViewModelProcessor<Map<String, Object>>, Ordered {
  private final List<OfficeEntry> entries;

  OfficeConfig(List<OfficeEntry> entries) {
    this.entries = entries.stream().sorted(Comparator.comparing(OfficeEntry::place)).toList();
  }

  @Override
  public void process(HttpRequest<?> request, ModelAndView<Map<String, Object>> page) {
    if (!request.getPath().startsWith("/office")) {
      return;
    }
    var model = new HashMap<String, Object>(page.getModel().orElseGet(Map::of));
    model.put("officeName", "");
    model.put("officeEntries", List.of());
    request
        .getAttribute(SessionHandler.STAFF, Staff.class)
        .ifPresent(staff -> {
          model.put("officeName", staff.name());
          model.put("officeEntries", entriesOf(staff, request.getPath()));
        });
    page.setModel(model);
  }

  private List<Map<String, Object>> entriesOf(Staff staff, String here) {
    return entries.stream()
        .filter(entry -> staff.roles().contains(entry.role()))
        .map(entry ->
            Map.<String, Object>of(
                "path", entry.path(),
                "title", entry.title(),
                "current", isIn(here, entry.path())))
        .distinct() // a page for two roles brings two entries
        .toList();
  }

  /** One path may begin like another. */
  private static boolean isIn(String here, String path) {
    return here.equals(path) || here.startsWith(path + "/");
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }
}
