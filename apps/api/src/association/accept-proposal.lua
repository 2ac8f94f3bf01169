-- Make an agreement of a code, once, if what stands about its line and its maker is what was judged. Rules AG1, AG2, AG9.
-- KEYS  proposal, proposed, agreements, maker
-- ARGV  digest, line, before, after, role, suspended
-- Says  agreed | gone | changed-meanwhile
if redis.call('GET', KEYS[2]) ~= ARGV[1] then return 'gone' end
if (redis.call('HGET', KEYS[3], ARGV[2]) or '') ~= ARGV[3] then return 'changed-meanwhile' end
local maker = redis.call('HMGET', KEYS[4], 'role', 'suspended')
if maker[1] ~= ARGV[5] or maker[2] ~= ARGV[6] then return 'changed-meanwhile' end
redis.call('HSET', KEYS[3], ARGV[2], ARGV[4])
redis.call('DEL', KEYS[1], KEYS[2])
return 'agreed'
