using Optimizer.Domain.Attribution;

namespace Optimizer.Cockpit.Api.Attribution;

/// <param name="Id">As it was sent; null when it could not be read.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Code">Why it was set aside; null otherwise.</param>
/// <param name="Detail">In words, with what would be right; null otherwise.</param>
internal sealed record OneEventAnswer(string? Id, EventAnswerKind Status, string? Code, string? Detail);
