-- Holds the first who waits, and whose lease says that they are here, for whom of the free OF2 names. Rules OF1, LG1, LG2, LG6, I5.
-- KEYS  queue, free, offers, callersSeen, volunteersSeen
-- ARGV  notAfter, tag, offer, now, until, keepFor, at
-- Says  offered | nobody-waiting | nobody-free | nobody-fits | stale   (offered: then caller, volunteer)
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
if redis.call('EXISTS', KEYS[1]) == 0 then return 'nobody-waiting' end
local tag, id, now, asks, speakers, first = ARGV[2], ARGV[3], tonumber(ARGV[4]), ARGV[7] == 'asking', {}, nil
local function isHere(seen, who) return (tonumber(redis.call('ZSCORE', seen, who)) or 0) > now end
for _, one in ipairs(redis.call('ZRANGE', KEYS[2], 0, -1)) do
  local spoken = isHere(KEYS[5], one) and redis.call('HGET', tag .. ':volunteer:' .. one, 'languages') or ''
  for language in spoken:gmatch('%l+') do
    speakers[language] = speakers[language] or {}
    table.insert(speakers[language], one)
  end
end
if not next(speakers) then return 'nobody-free' end
local function whoMayHear(caller, ones)
  for _, one in ipairs(ones) do
    if (tonumber(redis.call('HGET', tag .. ':caller:' .. caller, 'rest:' .. one)) or 0) <= now then return one end
  end
end
for language, ones in pairs(speakers) do
  local ready = tag .. ':ready:' .. language
  for nth = 0, redis.call('ZCARD', ready) - 1 do
    local caller = redis.call('ZRANGE', ready, nth, nth)[1]
    if first and redis.call('ZRANK', KEYS[1], caller) > first.rank then break end
    local one = isHere(KEYS[4], caller) and whoMayHear(caller, ones)
    if one then first = { caller = caller, one = one, ready = ready, rank = redis.call('ZRANK', KEYS[1], caller) } break end
  end
end
if not first then return 'nobody-fits' end
redis.call('ZREM', first.ready, first.caller)
redis.call('ZREM', KEYS[2], first.one)
redis.call('ZADD', KEYS[3], ARGV[5], id)
redis.call('HSET', tag .. ':caller:' .. first.caller, 'at', asks and 'asked' or 'offered', 'offer', id)
redis.call('HSET', tag .. ':volunteer:' .. first.one, 'at', asks and 'reserved' or 'offered', 'offer', id)
redis.call('HSET', tag .. ':offer:' .. id, 'caller', first.caller, 'volunteer', first.one, 'at', ARGV[7], 'until', ARGV[5])
redis.call('PEXPIRE', tag .. ':offer:' .. id, ARGV[6])
return { 'offered', first.caller, first.one }
