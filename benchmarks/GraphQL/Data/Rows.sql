-- The same rows every time: everything follows from the number of the row. @members is how many; there are ten claims to each.
INSERT INTO plans WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12)
SELECT i, printf('P%02d', i), 'Marketplace Plan ' || substr('GoldSilvBronPlat', 1 + 4 * (i % 4), 4) || ' ' || i FROM n;

INSERT INTO providers WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
SELECT i, printf('1%09d', i * 7919), 'Practice "' || char(65 + i % 26, 97 + i % 23, 97 + i % 19) || '" of Dr. Müller-' || i,
  CASE i % 4 WHEN 0 THEN 'Family Medicine' WHEN 1 THEN 'Cardiology' WHEN 2 THEN 'Orthopedics' ELSE 'Pediatrics' END,
  CASE i % 3 WHEN 0 THEN 'Dayton' WHEN 1 THEN 'Columbus' ELSE 'Cleveland' END FROM n;

INSERT INTO members WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @members)
SELECT i, printf('M%08d', i),
  CASE i % 7 WHEN 0 THEN 'Zoë' WHEN 1 THEN 'José' WHEN 2 THEN 'Mary' WHEN 3 THEN 'James' WHEN 4 THEN 'Linda' WHEN 5 THEN 'Robert' ELSE 'Patricia' END,
  CASE i % 5 WHEN 0 THEN 'O''Neill' WHEN 1 THEN 'Smith' WHEN 2 THEN 'Johnson' WHEN 3 THEN 'García' ELSE 'Washington' END || '-' || (i % 997),
  date('1940-01-01', (i * 37 % 29000) || ' days'), iif(i % 4 = 0, NULL, 'member' || i || '@example.org'), printf('+1 614 555 %04d', i % 10000),
  (i % 9900) || CASE i % 3 WHEN 0 THEN ' North Main Street' WHEN 1 THEN ' East Broad Street, Apt. 4' ELSE ' Elm Avenue' END,
  CASE i % 3 WHEN 0 THEN 'Dayton' WHEN 1 THEN 'Columbus' ELSE 'Cleveland' END, 'OH', printf('%05d', 43000 + i % 2000) FROM n;

INSERT INTO coverages (member_id, plan_id, group_number, start_date, end_date)
SELECT id, 1 + id % 12, printf('G%05d', id % 4000), '2024-01-01', '2024-12-31' FROM members
UNION ALL SELECT id, 1 + (id + 5) % 12, printf('G%05d', id % 4000), '2025-01-01', iif(id % 10 = 0, '2025-06-30', NULL) FROM members;

INSERT INTO claims WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10 * @members)
SELECT i, printf('C%010d', i), 1 + i * 7919 % @members, 1 + i * 31 % 2000, i % 5, 'E' || (10 + i % 80) || '.' || (i % 10),
  date('2025-01-01', (i * 13 % 600) || ' days'), date('2025-01-04', (i * 13 % 600) || ' days'), 0, 0 FROM n;

INSERT INTO lines
SELECT c.id, l.value, printf('%05d', 99201 + (c.id + l.value) % 190), 'Office or other outpatient visit, level ' || (1 + (c.id + l.value) % 5),
  1 + l.value % 3, 5000 + (c.id * 17 + l.value * 313) % 45000, 4000 + (c.id * 17 + l.value * 313) % 30000, 3000 + (c.id * 17 + l.value * 313) % 25000
FROM claims c JOIN json_each('[1,2,3,4,5,6]') l ON l.value <= 1 + c.id % 6;

UPDATE claims SET (charged, paid) = (SELECT SUM(charged), SUM(paid) FROM lines WHERE claim_id = claims.id);

CREATE INDEX coverages_of_member ON coverages (member_id, start_date);
CREATE INDEX claims_of_provider ON claims (provider_id, service_date);
ANALYZE;
