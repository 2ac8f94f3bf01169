-- From a breather or from away to free, by the volunteer's own wish; who is free already keeps their turn. Rule VO2.
-- KEYS  free, volunteer
-- ARGV  notAfter, id, now
-- Says  free | busy | off | stale
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
local at = redis.call('HGET', KEYS[2], 'at')
if not at then return 'off' end
if at == 'offered' or at == 'talking' then return 'busy' end
if at == 'free' or at == 'reserved' then return 'free' end
redis.call('HDEL', KEYS[2], 'until', 'why')
redis.call('HSET', KEYS[2], 'at', 'free', 'misses', 0, 'since', ARGV[3])
redis.call('ZADD', KEYS[1], ARGV[3], ARGV[2])
return 'free'
