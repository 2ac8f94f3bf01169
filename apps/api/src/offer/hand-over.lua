-- The conversation is over, its volunteer has a breather, and an offer of the caller stands for one colleague. Rules HO2, I3.
-- KEYS  conversation, queue, free, offers, callersSeen, volunteersSeen
-- ARGV  notAfter, tag, id, by, to, now, breatherUntil, restsUntil, offer, until, keepFor
-- Says  handed-over | already-over | not-yours | not-free | stale   (handed-over: then the caller)
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
local now = tonumber(ARGV[6])
local function isHere(seen, who) return (tonumber(redis.call('ZSCORE', seen, who)) or 0) > now end
local held = redis.call('HMGET', KEYS[1], 'volunteer', 'caller')
if not held[1] then return 'already-over' end
local caller = ARGV[2] .. ':caller:' .. held[2]
local source, target = ARGV[2] .. ':volunteer:' .. ARGV[4], ARGV[2] .. ':volunteer:' .. ARGV[5]
if redis.call('HGET', caller, 'conversation') ~= ARGV[3] then return 'already-over' end
if held[1] ~= ARGV[4] then return 'not-yours' end
local free = redis.call('HMGET', target, 'at', 'languages')
if free[1] ~= 'free' then return 'not-free' end
if not (' ' .. free[2] .. ' '):find(' ' .. redis.call('HGET', caller, 'language') .. ' ', 1, true) then return 'not-free' end
if not isHere(KEYS[6], ARGV[5]) or not isHere(KEYS[5], held[2]) then return 'not-free' end
if (tonumber(redis.call('HGET', caller, 'rest:' .. ARGV[5])) or 0) > now then return 'not-free' end
redis.call('DEL', KEYS[1])
redis.call('HDEL', source, 'conversation')
redis.call('HSET', source, 'at', 'breather', 'until', ARGV[7], 'misses', 0)
redis.call('HDEL', caller, 'conversation')
redis.call('HSET', caller, 'at', 'offered', 'offer', ARGV[9], 'since', 'handed-over', 'rest:' .. ARGV[4], ARGV[8])
redis.call('ZADD', KEYS[2], redis.call('HGET', caller, 'place'), held[2])
redis.call('ZREM', KEYS[3], ARGV[5])
redis.call('HSET', target, 'at', 'offered', 'offer', ARGV[9])
redis.call('ZADD', KEYS[4], ARGV[10], ARGV[9])
local offer = ARGV[2] .. ':offer:' .. ARGV[9]
redis.call('HSET', offer, 'caller', held[2], 'volunteer', ARGV[5], 'at', 'standing', 'until', ARGV[10])
redis.call('PEXPIRE', offer, ARGV[11])
return { 'handed-over', held[2] }
