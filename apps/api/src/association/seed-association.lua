-- Keep the first association with its line and its post, if nothing is kept yet. Rule AS1.
-- KEYS  associations, lines, posts
-- ARGV  association, associationRecord, line, lineRecord, post, postRecord
-- Says  seeded | already-there
if redis.call('EXISTS', KEYS[1]) == 1 then return 'already-there' end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('HSET', KEYS[2], ARGV[3], ARGV[4])
redis.call('HSET', KEYS[3], ARGV[5], ARGV[6])
return 'seeded'
