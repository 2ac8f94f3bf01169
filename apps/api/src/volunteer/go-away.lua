-- No offers for a while; an offer or a conversation is answered or ended first, one that is only asking is named. Rules VO3, OF12.
-- KEYS  free, volunteer
-- ARGV  notAfter, id
-- Says  away | busy | off | stale   (away: then the offer, if one was asking)
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
local at = redis.call('HGET', KEYS[2], 'at')
if not at then return 'off' end
if at == 'offered' or at == 'talking' then return 'busy' end
local offer = redis.call('HGET', KEYS[2], 'offer')
redis.call('HDEL', KEYS[2], 'until', 'since', 'offer')
redis.call('HSET', KEYS[2], 'at', 'away', 'why', 'paused', 'misses', 0)
redis.call('ZREM', KEYS[1], ARGV[2])
return offer and { 'away', offer } or 'away'
