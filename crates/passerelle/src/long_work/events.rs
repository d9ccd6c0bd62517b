use crate::audit::Event;
use ::jobs::JobId;
use uuid::Uuid;

/// Somebody left what was left of a job.
pub struct JobCancelled {
    pub job: JobId,
    pub school: Uuid,
}

impl Event for JobCancelled {
    const NAME: &'static str = "job-cancelled";
    fn school(&self) -> Option<Uuid> {
        Some(self.school)
    }
    fn details(&self) -> String {
        format!("job={}", self.job)
    }
}

/// Somebody took a failed job up again.
pub struct JobRetried {
    pub job: JobId,
    pub school: Uuid,
}

impl Event for JobRetried {
    const NAME: &'static str = "job-retried";
    fn school(&self) -> Option<Uuid> {
        Some(self.school)
    }
    fn details(&self) -> String {
        format!("job={}", self.job)
    }
}
