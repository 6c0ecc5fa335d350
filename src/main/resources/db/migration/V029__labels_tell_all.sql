-- Nothing beside a label may tell what the label has lost (ADR 12).

-- That there is English beside no words says that they were in another language.
UPDATE feedback.quote q
  JOIN feedback.response r ON r.id = q.response
   SET q.manner = 'words'
 WHERE r.language = '' AND q.manner = 'rendering';

UPDATE feedback.comment c
  JOIN feedback.response r ON r.id = c.response
   SET c.words = c.english, c.english = ''
 WHERE r.language = '' AND c.words = '' AND c.english <> '';

-- A core item that some forms for the same people do not ask about says which form it was.
DELETE i FROM feedback.item i
  JOIN feedback.response r ON r.id = i.response
 WHERE r.milestone = ''
   AND (r.audience = 'PARENT' AND i.item NOT IN ('UNDERSTOOD', 'LISTENED', 'PLAN', 'BETTER')
        OR r.audience IN ('CHILD', 'YOUNG_PERSON') AND i.item NOT IN ('UNDERSTOOD', 'LISTENED', 'SAFE'));
