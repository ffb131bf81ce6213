using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;

namespace Optimizer.Cockpit.Api.Experiments;

/// <param name="Id">Of its decision, as /api/decisions takes it.</param>
/// <param name="Code">What was decided.</param>
/// <param name="Reasons">In words.</param>
/// <param name="Variants">Every variant against control.</param>
internal sealed record ExperimentLook(string Id, string Code, IReadOnlyList<string> Reasons, IReadOnlyList<LookLine> Variants)
{
    public static ExperimentLook Of(DecisionRecord look) => new(look.Id, look.Decision.Code, look.Decision.Reasons, LookLine.Of(look));
}
