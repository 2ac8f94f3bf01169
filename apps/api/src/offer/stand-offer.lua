-- The caller says in time that they are still there: the offer stands, and only now is the volunteer told. Rules OF10, I3.
-- KEYS  offer, offers, caller, volunteer, volunteersSeen
-- ARGV  notAfter, id, now, until
-- Says  stands | too-late | nobody-there | stale
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
local held = redis.call('HMGET', KEYS[1], 'at', 'until', 'volunteer')
if held[1] ~= 'asking' or tonumber(held[2]) <= tonumber(ARGV[3]) then return 'too-late' end
if redis.call('HGET', KEYS[3], 'offer') ~= ARGV[2] then return 'too-late' end
if redis.call('HGET', KEYS[4], 'offer') ~= ARGV[2] then return 'nobody-there' end
local seen = tonumber(redis.call('ZSCORE', KEYS[5], held[3]))
if not seen or seen <= tonumber(ARGV[3]) then return 'nobody-there' end
redis.call('HSET', KEYS[1], 'at', 'standing', 'until', ARGV[4])
redis.call('ZADD', KEYS[2], ARGV[4], ARGV[2])
redis.call('HSET', KEYS[3], 'at', 'offered')
redis.call('HSET', KEYS[4], 'at', 'offered')
return 'stands'
