namespace Optimizer.Domain.Notices;

/// <param name="Turn">What becomes of it.</param>
/// <param name="Until">When it goes out; null unless it is held.</param>
/// <param name="Why">In words.</param>
public sealed record NoticeRuling(NoticeTurn Turn, DateTimeOffset? Until, string Why);
