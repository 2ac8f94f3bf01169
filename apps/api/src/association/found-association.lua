-- Keep one association more with its line and its post, if none came since lines were counted: each brings one. Rule TN4.
-- KEYS  associations, lines, posts
-- ARGV  association, associationRecord, line, lineRecord, linesSeen, post, postRecord
-- Says  founded | changed-meanwhile
if redis.call('HLEN', KEYS[2]) ~= tonumber(ARGV[5]) then return 'changed-meanwhile' end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('HSET', KEYS[2], ARGV[3], ARGV[4])
redis.call('HSET', KEYS[3], ARGV[6], ARGV[7])
return 'founded'
