-- Keep one line or one post more, if none came since they were counted. Rule TN4.
-- KEYS  records
-- ARGV  id, record, seen
-- Says  added | changed-meanwhile
if redis.call('HLEN', KEYS[1]) ~= tonumber(ARGV[3]) then return 'changed-meanwhile' end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
return 'added'
