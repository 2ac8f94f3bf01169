-- Open the door to a network again, or put away that it was asked to be closed. Rule CN4.
-- KEYS  closures
-- ARGV  notAfter, network, id
-- Says  opened | gone | stale
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
local known = redis.call('HGET', KEYS[1], ARGV[2])
if not known or cjson.decode(known)['id'] ~= ARGV[3] then return 'gone' end
redis.call('HDEL', KEYS[1], ARGV[2])
return 'opened'
