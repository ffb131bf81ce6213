using Optimizer.Workflows.Evidence;

namespace Optimizer.Workflows.Answers;

/// <summary>Finds plays in a text: by slug or name, by a telling part of it, else by what comes nearest to what was typed.</summary>
internal sealed class PlayNames
{
    private const int LongestName = 8;
    private const int MostWords = 60;
    private const int ShortestTelling = 4;
    private const int EditsPerLetters = 5;

    private readonly IReadOnlyList<PlayName> _plays;
    private readonly ILookup<string, PlayName> _whole;
    private readonly ILookup<string, PlayName> _parts;

    public PlayNames(IEnumerable<PlayName> plays)
    {
        _plays = [.. plays];
        _whole = _plays.SelectMany(play => new[] { Key(play.Slug), Key(play.Name) }.Distinct().Select(key => (key, play))).ToLookup(each => each.key, each => each.play, StringComparer.Ordinal);
        _parts = _plays.SelectMany(play => Words(play).Select(word => (word, play))).ToLookup(each => each.word, each => each.play, StringComparer.Ordinal);
    }

    public int Count => _plays.Count;

    /// <summary>The play of a slug; null when there is none.</summary>
    public PlayName? Find(string slug) => _whole[Key(slug)].FirstOrDefault(play => string.Equals(play.Slug, slug, StringComparison.OrdinalIgnoreCase));

    /// <summary>Looks for the plays that words name.</summary>
    /// <param name="words">All of them, in order.</param>
    public NameMatch Match(IReadOnlyList<string> words)
    {
        var (found, rest) = Exact([.. words.Take(MostWords)]);
        if (found.Count > 0)
        {
            return new(found, rest, null);
        }

        var telling = rest.Where(word => word.Length >= ShortestTelling && !QuestionWords.IsUsual(word)).ToList();
        return Part(telling, rest) ?? Near(telling, rest) ?? new([], rest, null);
    }

    /// <summary>Slugs that come nearest to a text.</summary>
    public IReadOnlyList<string> Nearest(string text, int most = 3)
    {
        var key = Key(text.Length > 100 ? text[..100] : text);
        return [.. _plays.OrderBy(play => Math.Min(AuditIds.Distance(key, Key(play.Slug)), AuditIds.Distance(key, Key(play.Name))))
            .ThenBy(play => play.Slug, StringComparer.Ordinal).Take(most).Select(play => play.Slug)];
    }

    /// <summary>Lower-case letters and digits with single dashes between: "Onboarding nudge" and "onboarding_nudge" are onboarding-nudge.</summary>
    public static string Key(string text) =>
        string.Join('-', new string([.. text.ToLowerInvariant().Select(each => char.IsLetterOrDigit(each) ? each : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Words(PlayName play) =>
        $"{Key(play.Slug)}-{Key(play.Name)}".Split('-').Where(word => word.Length >= ShortestTelling && !QuestionWords.IsUsual(word)).Distinct();

    private (IReadOnlyList<PlayName> Found, IReadOnlyList<string> Left) Exact(IReadOnlyList<string> words)
    {
        var (found, slugs, rest) = (new List<PlayName>(), new List<PlayName>(), new List<string>());
        for (var at = 0; at < words.Count; at++)
        {
            var length = Math.Min(LongestName, words.Count - at);
            while (length > 0 && (!_whole.Contains(string.Join('-', words.Skip(at).Take(length).Select(Key))) || (length == 1 && QuestionWords.IsUsual(words[at]))))
            {
                length--;
            }

            if (length == 0)
            {
                rest.Add(words[at]);
                continue;
            }

            var key = string.Join('-', words.Skip(at).Take(length).Select(Key));
            found.AddRange(_whole[key]);
            slugs.AddRange(_whole[key].Where(play => Key(play.Slug) == key));
            at += length - 1;
        }

        // A slug is one play's alone; a name may be that of several.
        return ([.. (slugs.Count > 0 ? slugs : found).Distinct()], rest);
    }

    private NameMatch? Part(IReadOnlyList<string> telling, IReadOnlyList<string> rest)
    {
        var named = telling.SelectMany(word => Key(word).Split('-')).Where(_parts.Contains).Distinct().ToList();
        if (named.Count == 0)
        {
            return null;
        }

        var all = named.Select(word => _parts[word]).Aggregate<IEnumerable<PlayName>>((one, other) => one.Intersect(other)).ToList();
        var plays = all.Count > 0 ? all : named.SelectMany(word => _parts[word]).Distinct().ToList();
        return new(plays, [.. rest.Where(word => !Key(word).Split('-').Any(named.Contains))], string.Join(' ', named));
    }

    private NameMatch? Near(IReadOnlyList<string> telling, IReadOnlyList<string> rest)
    {
        var best = (Distance: int.MaxValue, Word: "", Plays: new List<PlayName>());
        foreach (var word in Grams(telling).Concat(telling.Select(Key).Where(word => !word.Contains('-'))))
        {
            foreach (var known in word.Contains('-') ? _whole : _parts)
            {
                var most = Math.Max(1, known.Key.Length / EditsPerLetters);
                if (Math.Abs(known.Key.Length - word.Length) > most || AuditIds.Distance(word, known.Key) is var distance && (distance > most || distance > best.Distance))
                {
                    continue;
                }

                best = distance < best.Distance ? (distance, word, [.. known]) : (distance, best.Word, [.. best.Plays, .. known]);
            }
        }

        return best.Plays.Count == 0 ? null
            : new([.. best.Plays.Distinct()], [.. rest.Where(word => !best.Word.Contains(Key(word), StringComparison.Ordinal))], best.Word.Replace('-', ' '));
    }

    private static IEnumerable<string> Grams(IReadOnlyList<string> words) =>
        from at in Enumerable.Range(0, words.Count)
        from length in Enumerable.Range(1, Math.Min(LongestName, words.Count - at))
        let key = string.Join('-', words.Skip(at).Take(length).Select(Key))
        where key.Contains('-')
        select key;
}
