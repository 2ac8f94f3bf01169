-- Asked in vain whether they are still there, the caller sleeps at their place; the volunteer has the turn they had.
-- Rules OF11, LN6, I6, I8.
-- KEYS  offer, offers, caller, volunteer, free, asleep
-- ARGV  notAfter, id, now
-- Says  skipped | still-asked | nothing-to-do | stale
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
local held = redis.call('HMGET', KEYS[1], 'at', 'until', 'caller', 'volunteer')
if held[1] ~= 'asking' then return 'nothing-to-do' end
if tonumber(held[2]) > tonumber(ARGV[3]) then return 'still-asked' end
redis.call('DEL', KEYS[1])
redis.call('ZREM', KEYS[2], ARGV[2])
if redis.call('HGET', KEYS[3], 'offer') == ARGV[2] then
  redis.call('HDEL', KEYS[3], 'offer')
  redis.call('HSET', KEYS[3], 'at', 'asleep', 'asleepSince', ARGV[3])
  redis.call('ZADD', KEYS[6], ARGV[3], held[3])
end
if redis.call('HGET', KEYS[4], 'offer') == ARGV[2] then
  redis.call('HDEL', KEYS[4], 'offer')
  redis.call('HSET', KEYS[4], 'at', 'free')
  redis.call('ZADD', KEYS[5], redis.call('HGET', KEYS[4], 'since'), held[4])
end
return 'skipped'
