-- A volunteer who is not in a conversation and whose tab was away past the grace is off. Rule VO6.
-- KEYS  free, volunteer, seen
-- ARGV  notAfter, id, now, grace
-- Says  off | still-here | busy | stale   (off: then the offer, if one was asking)
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
local seen = tonumber(redis.call('ZSCORE', KEYS[3], ARGV[2]))
if seen and seen + tonumber(ARGV[4]) > tonumber(ARGV[3]) then return 'still-here' end
local at = redis.call('HGET', KEYS[2], 'at')
if at == 'offered' or at == 'talking' then return 'busy' end
local offer = redis.call('HGET', KEYS[2], 'offer')
redis.call('DEL', KEYS[2])
redis.call('ZREM', KEYS[1], ARGV[2])
return offer and { 'off', offer } or 'off'
