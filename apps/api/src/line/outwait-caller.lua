-- Who still waits or sleeps after so long, and was never heard, leaves the line. Rule LN7.
-- KEYS  queue, caller, asleep
-- ARGV  notAfter, id, tag, now, limit
-- Says  left | may-stay | not-in-line | stale
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
local caller = redis.call('HMGET', KEYS[2], 'at', 'since', 'joinedAt', 'language')
if not caller[1] or caller[1] == 'talking' then return 'not-in-line' end
if caller[1] ~= 'waiting' and caller[1] ~= 'asleep' then return 'may-stay' end
if caller[2] ~= 'joined' or tonumber(caller[3]) + tonumber(ARGV[5]) > tonumber(ARGV[4]) then return 'may-stay' end
redis.call('DEL', KEYS[2])
redis.call('ZREM', KEYS[1], ARGV[2])
redis.call('ZREM', ARGV[3] .. ':ready:' .. caller[4], ARGV[2])
redis.call('ZREM', KEYS[3], ARGV[2])
return 'left'
