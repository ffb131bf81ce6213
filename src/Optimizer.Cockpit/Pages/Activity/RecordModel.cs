using Optimizer.Domain.Audit;
using Optimizer.Workflows.Evidence;

namespace Optimizer.Cockpit.Pages.Activity;

/// <summary>A record with everything that explains it.</summary>
/// <param name="Record">The record.</param>
/// <param name="Why">What led to it and followed.</param>
/// <param name="Replay">What comes out when it is computed again now; null for what was not computed.</param>
public sealed record RecordModel(AuditRecord Record, WhyReport Why, ReplayReading? Replay);
