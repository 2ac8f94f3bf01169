-- Make an agreement of a code, once, if what stands about its line is what was judged. Rules AG1, AG2.
-- KEYS  proposal, proposed, agreements
-- ARGV  digest, line, before, after
-- Says  agreed | gone | changed-meanwhile
if redis.call('GET', KEYS[2]) ~= ARGV[1] then return 'gone' end
if (redis.call('HGET', KEYS[3], ARGV[2]) or '') ~= ARGV[3] then return 'changed-meanwhile' end
redis.call('HSET', KEYS[3], ARGV[2], ARGV[4])
redis.call('DEL', KEYS[1], KEYS[2])
return 'agreed'
