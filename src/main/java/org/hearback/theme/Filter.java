package org.hearback.theme;

/**
 * What the comments to be found have on their label. An empty string asks for nothing. A comment
 * whose label was coarsened is found only under what it kept: one that counts for the whole council
 * is not found under a team.
 *
 * @param area an area with all below it
 * @param group one of {@link Who}: a group, an audience of one, or an age
 * @param milestone key
 * @param period a month, a quarter or a year with all within it
 * @param language of the words, {@code und} where none was kept
 * @param theme key of a theme that the comment was sorted into
 * @param mentions key of another area that it talks about
 * @param points key of a {@link Side}: which way it points, by a person's word or as it seems
 */
public record Filter(
    String area,
    String group,
    String milestone,
    String period,
    String language,
    String theme,
    String mentions,
    String points) {

  /** Whatever else it talks about, and whichever way. */
  Filter(
      String area, String group, String milestone, String period, String language, String theme) {
    this(area, group, milestone, period, language, theme, "", "");
  }

  public static Filter none() {
    return new Filter("", "", "", "", "", "");
  }

  /** Nothing but what stands on labels: samples are not drawn by what a program finds. */
  Filter ofLabels() {
    return new Filter(area, group, milestone, period, language, "");
  }

  /** The same with one more choice, by the name that the part has in the index. */
  Filter with(String part, String value) {
    return new Filter(
        part.equals(CommentDocument.IN_AREA) ? value : area,
        part.equals(CommentDocument.GROUP) ? value : group,
        part.equals(CommentDocument.MILESTONE) ? value : milestone,
        part.equals(CommentDocument.IN_PERIOD) ? value : period,
        part.equals(CommentDocument.LANGUAGE) ? value : language,
        part.equals(CommentDocument.THEME) ? value : theme,
        part.equals(CommentDocument.MENTIONS) ? value : mentions,
        part.equals(CommentDocument.POINTS) ? value : points);
  }
}
