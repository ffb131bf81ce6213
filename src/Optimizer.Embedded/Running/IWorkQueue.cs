namespace Optimizer.Embedded.Running;

/// <summary>Where turns are taken and activities begun.</summary>
internal interface IWorkQueue
{
    /// <summary>Runs an item soon, never inside this call.</summary>
    /// <param name="item">It must not throw.</param>
    /// <param name="isNext">Whether it goes on with what the caller is at the end of, so that the caller's thread suits it best.</param>
    void Add(IThreadPoolWorkItem item, bool isNext);
}
