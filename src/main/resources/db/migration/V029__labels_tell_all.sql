-- Nothing beside a label may tell what the label has lost (ADR 12).

-- That there is English beside no words says that they were in another language.
UPDATE feedback.comment SET words = english, english = '' WHERE words = '' AND english <> '';

-- A core item that some forms for the same people do not ask about says which form it was.
DELETE i FROM feedback.item i
  JOIN feedback.response r ON r.id = i.response
 WHERE r.milestone = ''
   AND (r.audience = 'PARENT' AND i.item NOT IN ('UNDERSTOOD', 'LISTENED', 'PLAN', 'BETTER')
        OR r.audience IN ('CHILD', 'YOUNG_PERSON') AND i.item NOT IN ('UNDERSTOOD', 'LISTENED', 'SAFE'));
