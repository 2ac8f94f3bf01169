-- Put another password in place of the one before, once for each link. Rules SP4, SP5.
-- KEYS  reset, account
-- ARGV  now, digest, sealed
-- Says  accepted | refused
local kept = redis.call('GET', KEYS[1])
if not kept then return 'refused' end
if tonumber(ARGV[1]) >= cjson.decode(kept).standsUntil then return 'refused' end
if redis.call('HGET', KEYS[2], 'reset') ~= ARGV[2] then return 'refused' end
redis.call('DEL', KEYS[1])
redis.call('HDEL', KEYS[2], 'reset')
redis.call('HSET', KEYS[2], 'sealed', ARGV[3])
return 'accepted'
