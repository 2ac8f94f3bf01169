-- The end of the shift: nothing of it is kept; an offer that was only asking is named. Rules VO4, OF12.
-- KEYS  free, volunteer
-- ARGV  notAfter, id
-- Says  off | busy | stale   (off: then the offer, if one was asking)
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
local at = redis.call('HGET', KEYS[2], 'at')
if at == 'offered' or at == 'talking' then return 'busy' end
local offer = redis.call('HGET', KEYS[2], 'offer')
redis.call('DEL', KEYS[2])
redis.call('ZREM', KEYS[1], ARGV[2])
return offer and { 'off', offer } or 'off'
