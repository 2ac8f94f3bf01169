-- The end of the shift: nothing of it is kept. Rule VO4.
-- KEYS  free, volunteer
-- ARGV  notAfter, id
-- Says  off | busy | stale
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
local at = redis.call('HGET', KEYS[2], 'at')
if at == 'offered' or at == 'talking' then return 'busy' end
redis.call('DEL', KEYS[2])
redis.call('ZREM', KEYS[1], ARGV[2])
return 'off'
