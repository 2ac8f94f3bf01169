-- A free volunteer whose tab is here may be offered callers again, with the idle time they always had. Rule VO7.
-- KEYS  free, volunteer
-- ARGV  notAfter, id
-- Says  free | not-free | stale
if redis.call('TIME')[1] * 1000 > tonumber(ARGV[1]) then return 'stale' end
local volunteer = redis.call('HMGET', KEYS[2], 'at', 'since')
if volunteer[1] ~= 'free' then return 'not-free' end
redis.call('ZADD', KEYS[1], volunteer[2], ARGV[2])
return 'free'
