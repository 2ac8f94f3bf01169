-- Take back a guess that nobody had the time to judge. Rules AC6, AC8.
-- KEYS  source, all
-- ARGV  notAfter, at
-- Says  taken-back | nothing-to-do | stale
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
redis.call('LREM', KEYS[2], 1, ARGV[2])
local wrong = tonumber(redis.call('HGET', KEYS[1], 'wrong') or 0)
if wrong == 0 then return 'nothing-to-do' end
if wrong == 1 then redis.call('DEL', KEYS[1]) else redis.call('HSET', KEYS[1], 'wrong', wrong - 1) end
return 'taken-back'
