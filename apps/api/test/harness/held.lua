-- All that is held of one line, at one instant: no move runs while this reads. It can change nothing (EVAL_RO).
-- KEYS
-- ARGV  pattern
-- Says  the store's time, then of each key: its name, milliseconds left (-1: no end), value
local reads = { string = { 'GET' }, hash = { 'HGETALL' }, zset = { 'ZRANGE', 0, -1, 'WITHSCORES' } }
local held = {}
for at, key in ipairs(redis.call('KEYS', ARGV[1])) do
  local read = reads[redis.call('TYPE', key).ok]
  held[at] = { key, redis.call('PTTL', key), redis.call(read[1], key, unpack(read, 2)) }
end
return { redis.call('TIME'), held }
