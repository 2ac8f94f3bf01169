-- Nobody answered in time: the caller is back at the same place, the volunteer has missed one more. Rules OF7, OF8, I8.
-- There was nothing to miss if the caller had left already: then the volunteer is where they were. Rule OF9.
-- KEYS  offer, offers, caller, volunteer, free
-- ARGV  notAfter, id, tag, now, missesBeforeAway
-- Says  expired | still-stands | nothing-to-do | stale
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
local held = redis.call('HMGET', KEYS[1], 'volunteer', 'caller', 'until', 'at')
if not held[1] then return redis.call('ZREM', KEYS[2], ARGV[2]) and 'nothing-to-do' end
if held[4] ~= 'standing' then return 'nothing-to-do' end
if tonumber(held[3]) > tonumber(ARGV[4]) then return 'still-stands' end
redis.call('DEL', KEYS[1])
redis.call('ZREM', KEYS[2], ARGV[2])
local missed = redis.call('HGET', KEYS[3], 'offer') == ARGV[2]
if missed then
  redis.call('HDEL', KEYS[3], 'offer')
  redis.call('HSET', KEYS[3], 'at', 'waiting')
  local stay = redis.call('HMGET', KEYS[3], 'place', 'language')
  redis.call('ZADD', ARGV[3] .. ':ready:' .. stay[2], stay[1], held[2])
end
if redis.call('HGET', KEYS[4], 'offer') ~= ARGV[2] then return 'expired' end
redis.call('HDEL', KEYS[4], 'offer')
local since = missed and ARGV[4] or redis.call('HGET', KEYS[4], 'since')
if missed and redis.call('HINCRBY', KEYS[4], 'misses', 1) >= tonumber(ARGV[5]) then
  redis.call('HDEL', KEYS[4], 'since')
  redis.call('HSET', KEYS[4], 'at', 'away', 'why', 'missed', 'misses', 0)
else
  redis.call('HSET', KEYS[4], 'at', 'free', 'since', since)
  redis.call('ZADD', KEYS[5], since, held[1])
end
return 'expired'
