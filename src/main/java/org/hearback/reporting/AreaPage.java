package org.hearback.reporting;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.Map;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.journey.ServiceAreas;
import org.hearback.theme.Mentions;

/**
 * What people say about one service area, in published cells only. A manager sees the areas of
 * theirs.
 */
@Hidden
@Controller(AreaPage.PATH)
@Secured({Role.ANALYST_NAME, Role.MANAGER_NAME})
@ExecuteOn(TaskExecutors.BLOCKING)
final class AreaPage {
  static final String PATH = "/office/areas";

  private final Releases releases;
  private final ServiceAreas areas;
  private final AreaView view;
  private final Mentions mentions;

  AreaPage(Releases releases, ServiceAreas areas, AreaView view, Mentions mentions) {
    this.releases = releases;
    this.areas = areas;
    this.view = view;
    this.mentions = mentions;
  }

  @Get(produces = MediaType.TEXT_HTML)
  ModelAndView<Map<String, Object>> list(Staff staff) {
    return new ModelAndView<>("reporting/areas", view.list(area -> view.to(staff, area)));
  }

  @Get(uri = "/{area}", produces = MediaType.TEXT_HTML)
  ModelAndView<Map<String, Object>> area(String area, Staff staff) {
    if (!areas.knows(area)) {
      throw new HttpStatusException(HttpStatus.NOT_FOUND, "no such area");
    }
    if (!view.to(staff, area)) {
      throw new HttpStatusException(HttpStatus.FORBIDDEN, "another area");
    }
    var published = releases.newest(areas.upwards(area));
    var model = new HashMap<>(view.area(area, published));
    // The way into the reading room, for whom may enter it. How many comments lie there is no
    // published figure, and stands nowhere here.
    model.put("mentions", mentions.address(area, staff).orElse(""));
    return new ModelAndView<>("reporting/area", model);
  }
}
