using Optimizer.Domain.Approvals;
using Optimizer.Domain.Policies;

namespace Optimizer.Connectors.Simulated;

/// <summary>
/// Stands in for the people who approve. The same question gets the same answers from the same seed, however often it is asked; the
/// answer binds the very change that was shown. Whether an answer counts is not theirs to say.
/// </summary>
public sealed class SimulatedPeople
{
    private static readonly string[] Names = ["ana", "ben", "chi", "dana", "emre", "fay", "gil", "hana"];

    private readonly PeopleOptions _options;

    public SimulatedPeople(PeopleOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MedianHours);
        _options = options;
    }

    /// <summary>Answers in the order in which they come, one per approval needed unless somebody says no or they say nothing more; empty when nobody answers.</summary>
    public IReadOnlyList<PlannedAnswer> Answers(ApprovalRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var chance = new Chance(Chance.Key(Chance.Key(Chance.Key(_options.Seed, "people"), request.Id), request.PayloadHash));
        if (chance.Uniform() < _options.NeverShare)
        {
            return [];
        }

        var answers = new List<PlannedAnswer>();
        var first = (int)chance.Between(0, Names.Length);
        var after = TimeSpan.Zero;
        for (var i = 0; i < Math.Min(request.Quorum, Names.Length); i++)
        {
            var approve = chance.Uniform() >= (IsSensitive(request.Class) ? _options.RejectSensitiveShare : _options.RejectShare);

            // Log-normal: most answer within the day, a few take several. Whole minutes, as messages are stamped.
            after += TimeSpan.FromMinutes(Math.Ceiling(60 * _options.MedianHours * Math.Exp(1.2 * chance.Normal())));
            if (request.AskedAt + after >= _options.Until)
            {
                break;
            }

            answers.Add(new(after, Answer(request, Who(request, first + i), approve, request.AskedAt + after)));
            if (!approve)
            {
                break;
            }
        }

        return answers;
    }

    private static bool IsSensitive(ChangeClass kind) =>
        kind is ChangeClass.Pricing or ChangeClass.Legal or ChangeClass.Budget or ChangeClass.Audience or ChangeClass.Strategy;

    // Nobody is asked about their own proposal.
    private static string Who(ApprovalRequest request, int place)
    {
        var others = Array.FindAll(Names, name => Address(name) != request.RequestedBy);
        return Address(others[place % others.Length]);
    }

    private static string Address(string name) => $"{name}@example.com";

    private static ApprovalAnswer Answer(ApprovalRequest request, string by, bool approve, DateTimeOffset at) => new(
        approve, by, request.Seat, true, request.PayloadHash, "simulated", at, approve ? null : "Not now: the risk is larger than what it may bring.");
}
