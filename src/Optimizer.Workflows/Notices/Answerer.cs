using Optimizer.Domain.Policies;

namespace Optimizer.Workflows.Notices;

/// <summary>The one person who reads a sink and may answer questions with a link in the message.</summary>
/// <param name="Name">Their principal, such as ana@example.com.</param>
/// <param name="Seat">The highest seat they answer in.</param>
public sealed record Answerer(string Name, Seat Seat);
