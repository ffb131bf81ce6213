using Optimizer.Workflows.Definitions.Documents;
using Optimizer.Workflows.Definitions.Reading;

namespace Optimizer.Workflows.Notices;

/// <summary>Reads who somebody in Slack is here. The ids are the fields, and so any id may stand there.</summary>
internal static class PeopleReader
{
    private const int Most = 1000;

    /// <summary>Names of principals by id; empty where nothing stands.</summary>
    public static IReadOnlyDictionary<string, string> Read(Place place)
    {
        var people = new Dictionary<string, string>(StringComparer.Ordinal);
        if (place.Node is not Node.Map map)
        {
            _ = place.Fields("U024BE7LH");
            return people;
        }

        foreach (var entry in map.Entries)
        {
            var person = new Place(entry.Value, entry.Line, $"{place.Path}.{Shown.Cut(entry.Key)}", place.Problems);
            if (!SlackWords.IsPerson(entry.Key))
            {
                person.Refuse("is no id of a person in Slack; must be one such as U024BE7LH, which Slack copies from their profile as member ID");
            }
            else if (person.Text() is { } name)
            {
                people[entry.Key] = name.Trim();
            }
        }

        if (map.Entries.Count > Most)
        {
            place.Refuse($"has {map.Entries.Count} people; must have at most {Most}");
        }

        return people;
    }
}
