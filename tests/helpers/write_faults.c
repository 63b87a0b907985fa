/* Makes writes fail, or writes them down, under one folder: loaded before a program by LD_PRELOAD.

   KB_FAULT_UNDER   the folder; nothing else is touched
   KB_FAULT_AT      the number of the operation that fails (from 1); 0: none
   KB_FAULT_ALL     1: all from that one on fail, until the file KB_FAULT_OFF is there
   KB_FAULT_ERRNO   what they fail with: a number
   KB_FAULT_COUNT   a file that gets the number of operations, at the end
   KB_FAULT_LOG     a file that gets every write, sync, truncation (for power cuts) */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char under[PATH_MAX], off_file[PATH_MAX];
static size_t under_length;
static long at, all, number, count;
static int error_number = ENOSPC, ready, log_fd = -1;

#define REAL(name) ((__typeof__(name) *)dlsym(RTLD_NEXT, #name))

static void prepare(void) {
    const char *value;
    if (ready) return;
    ready = 1;
    if ((value = getenv("KB_FAULT_UNDER")) && realpath(value, under)) under_length = strlen(under);
    if ((value = getenv("KB_FAULT_AT"))) at = atol(value);
    if ((value = getenv("KB_FAULT_ALL"))) all = atol(value);
    if ((value = getenv("KB_FAULT_ERRNO"))) error_number = atoi(value);
    if ((value = getenv("KB_FAULT_OFF"))) snprintf(off_file, sizeof off_file, "%s", value);
    if ((value = getenv("KB_FAULT_LOG")))
        log_fd = REAL(open)(value, O_WRONLY | O_CREAT | O_APPEND, 0600);
}

/* For a program that runs many works one after another: count anew, and fail so. */
void kb_arm(long from, long every, int what) {
    prepare();
    number = count = 0;
    at = from;
    all = every;
    error_number = what;
}

long kb_count(void) { return count; }

static int inside(const char *path) {
    char full[PATH_MAX], folder[PATH_MAX];
    const char *slash;
    if (!under_length || !path) return 0;
    if (!realpath(path, full)) { /* not there yet: its folder counts */
        slash = strrchr(path, '/');
        if (!slash) {
            if (!getcwd(full, sizeof full)) return 0;
        } else {
            snprintf(folder, sizeof folder, "%.*s", (int)(slash - path), path);
            if (!realpath(folder[0] ? folder : "/", full)) return 0;
        }
    }
    return !strncmp(full, under, under_length) &&
           (full[under_length] == '/' || full[under_length] == 0);
}

static int name_of(int file, char *name) {
    char link[64];
    ssize_t length;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    length = readlink(link, name, PATH_MAX - 1);
    if (length <= 0) return 0;
    name[length] = 0;
    return under_length && !strncmp(name, under, under_length) && name[under_length] == '/';
}

static int fails(void) {
    int failed;
    struct stat found;
    pthread_mutex_lock(&lock);
    number++;
    count++;
    failed = at && (number == at || (all && number > at));
    if (failed && all && off_file[0] && !stat(off_file, &found)) failed = 0;
    pthread_mutex_unlock(&lock);
    if (failed) errno = error_number;
    return failed;
}

/* One record: kind, offset, length, length of the name, name, bytes. */
static void note(char kind, const char *name, int64_t offset, const void *data, int64_t length) {
    struct { int64_t kind, offset, length, name; } head = {kind, offset, length, strlen(name)};
    if (log_fd < 0) return;
    pthread_mutex_lock(&lock);
    if (REAL(write)(log_fd, &head, sizeof head) < 0 ||
        REAL(write)(log_fd, name, head.name) < 0 ||
        (data && REAL(write)(log_fd, data, length) < 0)) abort();
    pthread_mutex_unlock(&lock);
}

__attribute__((destructor)) static void told(void) {
    const char *path = getenv("KB_FAULT_COUNT");
    FILE *file;
    if (!path || !(file = fopen(path, "w"))) return;
    fprintf(file, "%ld\n", count);
    fclose(file);
}

#define WRITES(file) char name[PATH_MAX]; int ours; prepare(); ours = name_of(file, name); \
    if (ours && fails()) return -1

ssize_t write(int file, const void *data, size_t length) {
    ssize_t done;
    off_t from = 0;
    WRITES(file);
    if (ours && log_fd >= 0) from = lseek(file, 0, SEEK_CUR);
    done = REAL(write)(file, data, length);
    if (ours && done > 0) note('w', name, from, data, done);
    return done;
}

ssize_t pwrite(int file, const void *data, size_t length, off_t offset) {
    ssize_t done;
    WRITES(file);
    done = REAL(pwrite)(file, data, length, offset);
    if (ours && done > 0) note('w', name, offset, data, done);
    return done;
}

ssize_t pwrite64(int file, const void *data, size_t length, off64_t offset) {
    ssize_t done;
    WRITES(file);
    done = REAL(pwrite64)(file, data, length, offset);
    if (ours && done > 0) note('w', name, offset, data, done);
    return done;
}

ssize_t writev(int file, const struct iovec *parts, int many) {
    WRITES(file);
    return REAL(writev)(file, parts, many);
}

int fsync(int file) {
    int done;
    WRITES(file);
    done = REAL(fsync)(file);
    if (ours && !done) note('s', name, 0, NULL, 0);
    return done;
}

int fdatasync(int file) {
    int done;
    WRITES(file);
    done = REAL(fdatasync)(file);
    if (ours && !done) note('s', name, 0, NULL, 0);
    return done;
}

int ftruncate(int file, off_t length) {
    int done;
    WRITES(file);
    done = REAL(ftruncate)(file, length);
    if (ours && !done) note('t', name, length, NULL, 0);
    return done;
}

int ftruncate64(int file, off64_t length) {
    int done;
    WRITES(file);
    done = REAL(ftruncate64)(file, length);
    if (ours && !done) note('t', name, length, NULL, 0);
    return done;
}

#define OPENS(call) \
    mode_t mode = 0; \
    if (flags & (O_CREAT | O_TMPFILE)) { \
        va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); \
    } \
    prepare(); \
    if ((flags & (O_CREAT | O_TRUNC)) && inside(path) && fails()) return -1; \
    return call

int open(const char *path, int flags, ...) { OPENS(REAL(open)(path, flags, mode)); }
int open64(const char *path, int flags, ...) { OPENS(REAL(open64)(path, flags, mode)); }

#define NAMES(path) prepare(); if (inside(path) && fails()) return -1

int rename(const char *old, const char *new) { NAMES(new); return REAL(rename)(old, new); }
int link(const char *old, const char *new) { NAMES(new); return REAL(link)(old, new); }
int mkdir(const char *path, mode_t mode) { NAMES(path); return REAL(mkdir)(path, mode); }
int renameat2(int one, const char *old, int other, const char *new, unsigned flags) {
    NAMES(new);
    return REAL(renameat2)(one, old, other, new, flags);
}
