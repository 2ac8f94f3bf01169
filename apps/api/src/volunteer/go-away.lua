-- No offers for a while; an offer or a conversation is answered or ended first. Rule VO3.
-- KEYS  free, volunteer
-- ARGV  notAfter, id
-- Says  away | busy | off | stale
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
local at = redis.call('HGET', KEYS[2], 'at')
if not at then return 'off' end
if at == 'offered' or at == 'talking' then return 'busy' end
redis.call('HDEL', KEYS[2], 'until', 'since')
redis.call('HSET', KEYS[2], 'at', 'away', 'why', 'paused', 'misses', 0)
redis.call('ZREM', KEYS[1], ARGV[2])
return 'away'
