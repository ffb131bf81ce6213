using System.Collections.Concurrent;
using Optimizer.Domain.Decisions;
using Optimizer.Workflows.Evidence;

namespace Optimizer.Cockpit.Pages.Experiments;

/// <summary>What is worked out of a look for its page. A look never changes, so it is worked out once.</summary>
internal sealed class Courses
{
    private const int MostKept = 500;

    private readonly ConcurrentDictionary<(string Decision, DateTimeOffset At), Course> _kept = new();

    public Course Of(DecisionRecord look)
    {
        if (_kept.TryGetValue((look.Id, look.At), out var known))
        {
            return known;
        }

        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        return _kept[(look.Id, look.At)] = new(EvidenceCourse.Of(look), OtherMode.Of(look));
    }

    /// <param name="Days">Every day of it.</param>
    /// <param name="Other">What the stated rules would have done in their other mode.</param>
    internal sealed record Course(IReadOnlyList<EvidenceDay> Days, OtherMode Other);
}
