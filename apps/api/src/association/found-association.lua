-- Keep one association more with its line and its post, if none came since they were counted. Rule TN4.
-- KEYS  associations, lines, posts
-- ARGV  association, associationRecord, associationsSeen, line, lineRecord, linesSeen, post, postRecord
-- Says  founded | changed-meanwhile
if redis.call('HLEN', KEYS[1]) ~= tonumber(ARGV[3]) then return 'changed-meanwhile' end
if redis.call('HLEN', KEYS[2]) ~= tonumber(ARGV[6]) then return 'changed-meanwhile' end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('HSET', KEYS[2], ARGV[4], ARGV[5])
redis.call('HSET', KEYS[3], ARGV[7], ARGV[8])
return 'founded'
